package io.zhiyong.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;

/** An embedded server in a process of its own, there to be killed. */
final class KilledServer implements AutoCloseable {
    private static final String READY = "READY ";

    private final Process process;
    private final String uri;

    private KilledServer(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    /** What the process runs: it serves until its input ends, which it does with its parent. */
    public static void main(String[] arguments) throws IOException {
        var server = EmbeddedMongo.open(Path.of(arguments[0]));
        System.out.println(READY + server.uri());
        for (int read = 0; read >= 0; read = System.in.read()) {
            // Nothing is ever said to it.
        }
        Runtime.getRuntime().halt(0);
    }

    static KilledServer start(Path folder) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new ArrayList<String>();
        // Not closed: its end would be the end of the process's output.
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new KilledServer(process, line.substring(READY.length()));
            }
            said.add(line);
        }
        throw new IOException("the server did not start: " + String.join("\n", said));
    }

    String uri() {
        return uri;
    }

    /** SIGKILL: nothing of the process runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
