package io.zhiyong.base;

/** A role that holds for a unit and every unit below it. */
public record Grant(Role role, UnitId unit) {}
