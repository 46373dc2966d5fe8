package io.zhiyong.record.xapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhiyong.record.text.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** xAPI 1.0.3 Data 2.6. */
class SignaturesTest {
    private final ObjectNode statement = Lrs.statement();
    private final ObjectNode attachment =
            Tree.object().put("usageType", Signatures.USAGE).put("contentType", "application/octet-stream");

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void check(String header, String payload) {
        var jws = encoded(header) + "." + encoded(payload) + ".c2lnbmF0dXJl";
        var signed = statement.deepCopy();
        signed.putArray("attachments").add(attachment);
        Signatures.check(signed, attachment, jws.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512"})
    void theThreeAlgorithmsAreTaken(String algorithm) {
        assertThatCode(() -> check("{\"alg\":\"" + algorithm + "\"}", Tree.write(statement)))
                .doesNotThrowAnyException();
    }

    @Test
    void otherAlgorithmsAndOtherStatementsAreRefused() {
        assertThatThrownBy(() -> check("{\"alg\":\"HS256\"}", Tree.write(statement)))
                .isInstanceOf(XapiFailure.class);
        assertThatThrownBy(() -> check("{\"alg\":\"none\"}", Tree.write(statement)))
                .isInstanceOf(XapiFailure.class);
        assertThatThrownBy(() -> check("{\"alg\":\"RS256\"}", Tree.write(Lrs.statement())))
                .isInstanceOf(XapiFailure.class);
        assertThatThrownBy(() -> check("{\"alg\":\"RS256\"}", "{")).isInstanceOf(XapiFailure.class);
        assertThatThrownBy(() -> check("{\"alg\":\"RS256\",\"x5c\":[\"AAAA\"]}", Tree.write(statement)))
                .isInstanceOf(XapiFailure.class);
        attachment.put("contentType", "text/plain");
        assertThatThrownBy(() -> check("{\"alg\":\"RS256\"}", Tree.write(statement)))
                .isInstanceOf(XapiFailure.class);
    }
}
