package io.zhiyong.web;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** A feature, as far as the home page is concerned. */
@FunctionalInterface
public interface HomeSource {
    Future<List<HomeCard>> cards(Visitor visitor, Instant now);
}
