package io.zhiyong.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhiyong.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"zhiyong-demo", "correct horse battery staple", "学而时习之不亦说乎", "xqvwmzkt", "        a cat"})
    void takesWhatIsLongWithoutAskingForSigns(String password) {
        assertThatCode(() -> PasswordPolicy.check("password", password, "anna")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "12345678", "QWERTYUIOP", "Woaini1314", "aaaaaaaa", "abababab", "１２３４５６７８"})
    void refusesWhatIsShortOrTriedFirst(String password) {
        assertThatThrownBy(() -> PasswordPolicy.check("password", password, "anna"))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lixiaolong", "LiXiaoLong", "gnoloaixil", "lixiaolonglixiaolong", "lixiaolong2026"})
    void refusesTheAccountInDisguise(String password) {
        assertThatThrownBy(() -> PasswordPolicy.check("password", password, "lixiaolong"))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void refusesMoreThanIsWorthHashing() {
        var long128 = "abcdefgh".repeat(16);
        assertThatCode(() -> PasswordPolicy.check("password", long128, "anna")).doesNotThrowAnyException();
        assertThatThrownBy(() -> PasswordPolicy.check("password", long128 + "i", "anna"))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void oneTextTypedOnTwoKeyboardsIsOnePassword() {
        assertThat(PasswordPolicy.plain("ｐａｓｓ１")).isEqualTo(PasswordPolicy.plain("pass1"));
        assertThat(PasswordPolicy.plain("cafe\u0301")).isEqualTo(PasswordPolicy.plain("caf\u00e9"));
    }
}
