package io.zhiyong.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The product as a process of its own, which can really be killed. */
public final class Server implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready: (http://\\S+?)/?$");

    private final Process process;
    private final String address;

    private Server(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts {@code serve} with these arguments on a data folder and waits until it says that it is ready. */
    public static Server start(Path data, int port, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.zhiyong.boot.Main",
                "serve",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
        command.addAll(List.of(more));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Server(process, readyAddress(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readyAddress(Process process) {
        var ready = new CompletableFuture<String>();
        var reader = new Thread(() -> watch(process.inputReader(StandardCharsets.UTF_8), ready));
        reader.setDaemon(true);
        reader.start();
        return ready.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void watch(BufferedReader lines, CompletableFuture<String> ready) {
        lines.lines().forEach(line -> {
            var found = READY.matcher(line);
            if (found.find()) {
                ready.complete(found.group(1));
            }
        });
        ready.completeExceptionally(new AssertionError("the server ended before it was ready"));
    }

    /** Scheme, host and port. */
    public String address() {
        return address;
    }

    public int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Resident memory in MiB, as the kernel counts it. */
    public long residentMegabytes() {
        try {
            var status = java.nio.file.Files.readString(Path.of("/proc/" + process.pid() + "/status"));
            var line = status.lines()
                    .filter(each -> each.startsWith("VmRSS"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing is flushed, nothing is said. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
