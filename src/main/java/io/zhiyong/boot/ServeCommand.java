package io.zhiyong.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the server.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on (${DEFAULT-VALUE}); 0: any.")
    private int port;

    @Mixin
    private Place place;

    @Option(names = "--demo", description = "Loads the demonstration organization; on a loopback address only.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        if (demo && !isLoopback(host)) {
            throw new ParameterException(
                    spec.commandLine(), "--demo has well-known passwords and listens on a loopback address only");
        }
        var config = place.config(host, port, demo);
        var app = App.start(config).toCompletionStage().toCompletableFuture().join();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            app.close();
            stopped.countDown();
        }));
        spec.commandLine().getOut().printf("Zhiyong 致用 is ready: http://%s:%d/%n", host, app.port());
        app.setupLink().ifPresent(path -> spec.commandLine()
                .getOut()
                .printf("To create the first administrator, open once: http://%s:%d%s%n", host, app.port(), path));
        spec.commandLine().getOut().flush();
        stopped.await();
        return 0;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
