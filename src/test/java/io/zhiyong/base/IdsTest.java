package io.zhiyong.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    /** RFC 9562 appendix A.4: the DNS namespace and www.example.com. */
    @Test
    void uuid5FollowsTheRfcsExample() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(Ids.uuid5(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void freshIdsAreLegalAndDiffer() {
        var one = Ids.fresh();
        assertThat(Ids.check("x", one)).hasSize(25).isNotEqualTo(Ids.fresh());
    }

    @Test
    void hostileIdsAreRefused() {
        for (var bad : new String[] {"", "../etc", "a b", "$ne", "x".repeat(65), null}) {
            assertThatThrownBy(() -> Ids.check("person", bad)).isInstanceOf(Refusal.Invalid.class);
        }
    }
}
