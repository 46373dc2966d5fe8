package io.zhiyong.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as a process of its own, which can really be killed. */
public final class Server implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready: (http://\\S+?)/?$");

    private static final String ENDED = "\0";

    private final Process process;
    private final BlockingQueue<String> said;
    private final String address;

    private Server(Process process, BlockingQueue<String> said, String address) {
        this.process = process;
        this.said = said;
        this.address = address;
    }

    /** Starts {@code serve} with these arguments on a data folder and waits until it says that it is ready. */
    public static Server start(Path data, int port, String... more) {
        var command = command("serve", "--data", data.toString(), "--port", Integer.toString(port));
        command.addAll(List.of(more));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new LinkedBlockingQueue<String>();
            var reader = new Thread(() -> listen(process.inputReader(StandardCharsets.UTF_8), said));
            reader.setDaemon(true);
            reader.start();
            var address = await(said, READY, Duration.ofMinutes(1)).group(1);
            return new Server(process, said, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs another command of the product to its end.
     *
     * @return its exit code
     */
    public static int run(String... arguments) {
        try {
            return new ProcessBuilder(command(arguments))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.zhiyong.boot.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void listen(BufferedReader lines, BlockingQueue<String> said) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.err.println(line);
                said.add(line);
            }
        } catch (IOException e) {
            // A killed process takes its end of the pipe with it.
        } finally {
            said.add(ENDED);
        }
    }

    /** Waits until it says something in a line that it has not been asked for before. */
    public void await(Pattern pattern, Duration most) {
        await(said, pattern, most);
    }

    private static Matcher await(BlockingQueue<String> said, Pattern pattern, Duration most) {
        var until = System.nanoTime() + most.toNanos();
        while (true) {
            var line = next(said, until - System.nanoTime());
            if (line == null || line.equals(ENDED)) {
                throw new AssertionError("the server never said " + pattern);
            }
            var found = pattern.matcher(line);
            if (found.find()) {
                return found;
            }
        }
    }

    private static String next(BlockingQueue<String> said, long nanos) {
        try {
            return said.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
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
