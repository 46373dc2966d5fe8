package io.zhiyong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Json;
import io.zhiyong.base.PersonId;
import io.zhiyong.base.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditTest {
    @Test
    void hoursAreExactToAHundredth() {
        assertThat(Credit.of("0.25").plus(Credit.of("0.5"))).hasToString("0.75");
        assertThat(Credit.of("40.00")).isEqualTo(Credit.of("40")).hasToString("40");
        assertThat(Credit.of("0.335")).hasToString("0.34");
        assertThat(Json.read(Json.write(Credit.of("12.5")), Credit.class)).isEqualTo(Credit.of("12.5"));
    }

    /** Time measured on a person cannot become credit: there is no way in. */
    @Test
    void nothingMakesCreditOfADuration() {
        var takers = Arrays.stream(Credit.class.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .toList();
        assertThat(takers).doesNotContain(java.time.Duration.class, Long.class, long.class);
        assertThat(Facts.class.getRecordComponents())
                .noneMatch(component -> component.getType().equals(java.time.Duration.class));
    }

    @Test
    void aReversalIsNotReversed() {
        var line = new CreditLine(
                new UUID(0, 1),
                new PersonId("p1"),
                2026,
                new Kind("online", ""),
                Credit.of("1"),
                new CreditLine.Basis(PackName.of("a@1"), "r", "s", "o", "", Instant.EPOCH),
                Optional.empty());
        var reversal = line.reversed("s2", Instant.EPOCH, "误记", "p2");
        assertThat(reversal.hours()).hasToString("-1");
        assertThat(line.reversed("s3", Instant.EPOCH, "又一次", "p3").id()).isEqualTo(reversal.id());
        assertThatThrownBy(() -> reversal.reversed("s4", Instant.EPOCH, "x", "p2"))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> line.reversed("s5", Instant.EPOCH, " ", "p2")).isInstanceOf(Refusal.Invalid.class);
    }
}
