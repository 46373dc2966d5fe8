package io.zhiyong.web;

import io.vertx.core.Future;
import java.util.Optional;

/** Knows who holds a session token. */
@FunctionalInterface
public interface Gatekeeper {
    /** The visitor whose live session this token opens; empty when it opens none. */
    Future<Optional<Visitor>> visitor(String token);
}
