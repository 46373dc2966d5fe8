package io.zhiyong.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiyong.base.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every template compiles, decides nothing dangerous, and says only what both languages can say. */
class TemplatesTest {
    private static final Pattern KEY = Pattern.compile("\\(?\\bt \"([a-zA-Z0-9.-]+)\"");

    @Test
    void allCompile() {
        new Templates(Messages.load(), new Assets()).compileAll();
    }

    @Test
    void everyMessageIsInBothLanguages() {
        var messages = Messages.load();
        assertThat(messages.keys(Language.EN)).isEqualTo(messages.keys(Language.ZH));
    }

    @Test
    void templatesUseOnlyKnownMessages() {
        var messages = Messages.load();
        var missing = new TreeSet<String>();
        for (var file : Resources.list("templates")) {
            var found = KEY.matcher(Resources.text("templates/" + file));
            while (found.find()) {
                if (!messages.has(found.group(1)) && !found.group(1).endsWith(".")) {
                    missing.add(file + ": " + found.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateGoesAroundEscapingOrThePolicy() {
        var bad = new ArrayList<String>();
        var forbidden = List.of("{{{", "{{&", " style=\"", " onclick=", " onchange=", " onsubmit=", "javascript:");
        for (var file : Resources.list("templates")) {
            var text = Resources.text("templates/" + file);
            forbidden.stream().filter(text::contains).forEach(what -> bad.add(file + ": " + what));
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void everyFormThatPostsCarriesTheToken() {
        var form = Pattern.compile("<form\\b[^>]*method=\"post\".*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
        var bare = new ArrayList<String>();
        for (var file : Resources.list("templates")) {
            form.matcher(Resources.text("templates/" + file))
                    .results()
                    .filter(found -> !found.group().contains("{{csrf}}"))
                    .forEach(found -> bad(bare, file, found.group()));
        }
        assertThat(bare).isEmpty();
    }

    private static void bad(List<String> bare, String file, String form) {
        bare.add(file + ": " + form.lines().findFirst().orElse(""));
    }
}
