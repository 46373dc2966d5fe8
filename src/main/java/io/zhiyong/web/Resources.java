package io.zhiyong.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that come with the program, out of its jar or out of the build folder. */
public final class Resources {
    private Resources() {}

    /** Paths of all files below a folder, relative to it, sorted; empty when there is no such folder. */
    public static List<String> list(String folder) {
        try {
            var home = Path.of(Resources.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return walk(home.resolve(folder));
            }
            try (var jar = FileSystems.newFileSystem(URI.create("jar:" + home.toUri()), Map.of())) {
                return walk(jar.getPath(folder));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> walk(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** A file's bytes; empty when there is none. */
    public static Optional<byte[]> bytes(String path) {
        try (InputStream in = Resources.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text file (UTF-8) that must be there. */
    public static String text(String path) {
        return new String(
                bytes(path).orElseThrow(() -> new IllegalStateException("missing from the program: " + path)),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
