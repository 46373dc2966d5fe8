package io.zhiyong.boot;

import io.zhiyong.record.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where an organization's data are; the same for every command. */
final class Place {
    @Option(names = "--data", defaultValue = "./data", description = "Folder of the embedded store (${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--mongo", description = "MongoDB connection string, instead of the embedded store.")
    private String mongo;

    @Option(
            names = "--home",
            defaultValue = Config.HOME,
            description = "IRI of the organization in learning records; choose once (${DEFAULT-VALUE}).")
    private String home;

    @Option(
            names = "--zone",
            defaultValue = Config.ZONE,
            description = "Calendar by which days and years are told (${DEFAULT-VALUE}).")
    private ZoneId zone;

    Config config(String host, int port, boolean demo) {
        return new Config(host, port, data, Optional.ofNullable(mongo), new Home(home), zone, demo, Clock.systemUTC());
    }
}
