package io.zhiyong.org;

import static io.zhiyong.testkit.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Grant;
import io.zhiyong.base.Refusal;
import io.zhiyong.base.Role;
import io.zhiyong.base.UnitId;
import io.zhiyong.store.Store;
import io.zhiyong.testkit.StoreExtension;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class PersonStoreTest {
    private static final int MANY = 3000;
    private static final List<String> PATH = List.of("root", "it");

    private PersonStore people;
    private Store store;

    @BeforeEach
    void fill(Store opened) {
        store = opened;
        people = new PersonStore(store);
        await(people.start());
        await(people.insertAll(IntStream.range(0, MANY)
                .mapToObj(i -> PersonDocuments.of(OrgFixture.person("p" + i, "it"), PATH))
                .toList()));
    }

    /** Documents that the embedded server looks at for this; nothing is claimed where there is another server. */
    private long examined(Runnable work) {
        var before = store.examined().orElse(0L);
        work.run();
        return store.examined().orElse(0L) - before;
    }

    @Test
    void aPageOfManyCostsAsMuchAsAPageOfFew() {
        var below = new PersonStore.Range(new UnitId("root"), true, true, false, "");
        var first = await(people.list(below, Optional.empty(), 50));
        assertThat(first.items()).hasSize(50);
        assertThat(examined(() -> await(people.list(below, first.next(), 50)))).isLessThan(120);
        var own = new PersonStore.Range(new UnitId("it"), false, true, false, "");
        assertThat(examined(() -> await(people.list(own, first.next(), 50)))).isLessThan(120);
    }

    @Test
    void aSearchLooksAtWhatItFinds() {
        var byAccount = new PersonStore.Range(new UnitId("root"), true, true, true, "p299");
        assertThat(await(people.list(byAccount, Optional.empty(), 50)).items()).hasSize(11);
        assertThat(examined(() -> await(people.list(byAccount, Optional.empty(), 50))))
                .isLessThan(60);
        var byName = new PersonStore.Range(new UnitId("root"), true, true, false, NameOrder.of("名p299"));
        assertThat(await(people.list(byName, Optional.empty(), 50)).items()).hasSize(11);
        assertThat(examined(() -> await(people.list(byName, Optional.empty(), 50))))
                .isLessThan(60);
        assertThat(examined(() -> await(people.byAccount("p1234")))).isLessThan(5);
    }

    @Test
    void chineseNamesStandByPinyin() {
        var names = List.of("阿依", "陈一", "李二", "王三", "张四");
        assertThat(names.stream()
                        .sorted(java.util.Comparator.comparing(NameOrder::of))
                        .toList())
                .isEqualTo(names);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var person = OrgFixture.person("whole", "it", new Grant(Role.MANAGER, new UnitId("root")));
        await(people.insert(person, PATH));
        assertThat(await(people.byId(person.id()))).contains(person);
        assertThat(await(people.byAccount("WHOLE"))).contains(person);
        assertThatThrownBy(() -> await(people.insert(OrgFixture.person("whole", "office"), PATH)))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void twoWhoChangeTheSameRolesAtOnceDoNotUndoEachOther() {
        var before = await(people.byAccount("p1")).orElseThrow();
        var manager = new Grant(Role.MANAGER, new UnitId("it"));
        var organizer = new Grant(Role.ORGANIZER, new UnitId("it"));
        assertThat(await(people.regrant(before, List.of(manager))).grants()).containsExactly(manager);
        assertThatThrownBy(() -> await(people.regrant(before, List.of(organizer))))
                .isInstanceOf(Refusal.Conflict.class);
        var after = await(people.byAccount("p1")).orElseThrow();
        assertThat(await(people.regrant(after, List.of(manager, organizer))).grants())
                .hasSize(2);
        assertThat(await(people.regrant(await(people.byAccount("p1")).orElseThrow(), List.of()))
                        .grants())
                .isEmpty();
    }

    @Test
    void changingOneFieldLeavesTheOthers() {
        var before = await(people.byAccount("p2")).orElseThrow();
        await(people.update(before.activated(false), PATH, List.of("active")));
        await(people.update(before.speaking(io.zhiyong.base.Language.ZH), PATH, List.of("language")));
        var after = await(people.byAccount("p2")).orElseThrow();
        assertThat(after.active()).isFalse();
        assertThat(after.language()).isEqualTo(io.zhiyong.base.Language.ZH);
    }
}
