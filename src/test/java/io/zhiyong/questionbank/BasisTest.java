package io.zhiyong.questionbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Language;
import io.zhiyong.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasisTest {
    @ParameterizedTest
    @CsvSource({
        "公务员法/26, 《公务员法》第二十六条",
        "公务员法/26/2, 《公务员法》第二十六条第二款",
        "公务员法/10, 《公务员法》第十条",
        "民法典/1010/1, 《民法典》第一千零一十条第一款",
        "刑法/120-1, 《刑法》第一百二十条之一",
        "监察法, 《监察法》",
        "论语/学而/1, 《论语·学而》第1段",
        "大学/3, 《大学》第3段"
    })
    void isCitedAsLawsAre(String key, String label) {
        assertThat(Basis.parse(key).label(Language.ZH)).isEqualTo(label);
        assertThat(Basis.parse(key).key()).isEqualTo(key);
    }

    @Test
    void isCitedInEnglishToo() {
        assertThat(Basis.parse("公务员法/26/2").label(Language.EN)).isEqualTo("《公务员法》 Art. 26, para. 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/1", "公务员法/二十六", "公务员法/0", "公务员法/26/第二款", "公务员法//2", "公务员法/1/2/3", "公]务"})
    void whatIsNoBasisIsRefused(String key) {
        assertThatThrownBy(() -> Basis.parse(key)).isInstanceOf(Refusal.class);
    }
}
