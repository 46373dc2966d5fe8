package io.zhiyong.credit;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.Bureau;
import io.zhiyong.testkit.StoreExtension;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class StatementReadingTest {
    @Test
    void declaredSizeFormAndTitleAreRead(Vertx vertx, Store store) {
        try (var bureau = new Bureau(vertx, store)) {
            var id = bureau.course("anna", "c1", 40);
            var statement = await(bureau.record.byId(id)).orElseThrow();
            var told = new StatementReading(bureau.record.home()).read(statement);
            var facts = ((Told.Done) told.orElseThrow()).facts();
            assertThat(facts.content().measures()).isEqualTo(Map.of(Measure.MINUTES, BigDecimal.valueOf(40)));
            assertThat(facts.content().form()).isEqualTo("online-course");
            assertThat(facts.deed().object()).isEqualTo("courses/c1");
            assertThat(facts.deed().title()).isEqualTo("课程 c1");
        }
    }

    /** A content package runs in the learner's browser: what it sends under another authority earns nothing by itself. */
    @Test
    void whatOthersToldEarnsNothing(Vertx vertx, Store store) {
        try (var bureau = new Bureau(vertx, store)) {
            var id = bureau.course("anna", "c1", 40);
            var statement = await(bureau.record.byId(id)).orElseThrow();
            var elsewhere = new StatementReading(new io.zhiyong.record.Home("https://other.example"));
            assertThat(elsewhere.read(statement)).isEmpty();
        }
    }
}
