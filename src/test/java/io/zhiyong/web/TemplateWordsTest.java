package io.zhiyong.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import io.zhiyong.base.Language;
import io.zhiyong.base.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateWordsTest {
    record View(Text name, Optional<Instant> at, int minutes, BigDecimal share, List<Instant> days, String html) {}

    private static final View VIEW = new View(
            Text.of("名", "Name"),
            Optional.of(Instant.parse("2026-05-01T17:30:00Z")),
            25,
            new BigDecimal("0.875"),
            List.of(Instant.parse("2026-05-01T17:30:00Z")),
            "<b>");

    private static String render(String template, Language language) throws IOException {
        var handlebars = new Handlebars();
        new TemplateWords(Messages.load(), new Assets()).teach(handlebars);
        var site =
                new Site(Optional.empty(), language, "c", "/", List.of(), Optional.empty(), ZoneId.of("Asia/Shanghai"));
        return handlebars
                .compileInline(template)
                .apply(Context.newBuilder(VIEW)
                        .combine("site", site)
                        .resolver(RecordResolver.INSTANCE)
                        .build());
    }

    @Test
    void textsAndTimesAreTheReaders() throws IOException {
        assertThat(render("{{text name}} {{day at}} {{moment at}}", Language.EN))
                .isEqualTo("Name 2026-05-02 2026-05-02 01:30");
        assertThat(render("{{text name}} {{percent share}}", Language.ZH)).isEqualTo("名 87.5%");
    }

    @Test
    void aFieldMayBeNamedLikeAWord() throws IOException {
        assertThat(render("{{minutes}}", Language.ZH)).isEqualTo("25");
        assertThat(render("{{#each days}}{{day this}}{{/each}}", Language.ZH)).isEqualTo("2026-05-02");
    }

    @Test
    void plainTextIsEscaped() throws IOException {
        assertThat(render("{{this.html}}", Language.ZH)).isEqualTo("&lt;b&gt;");
    }
}
