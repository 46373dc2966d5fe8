package io.zhiyong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of the look without a browser: contrast, complete themes, no unknown name, no oversized file. */
class StyleTest {
    private static final String CSS = "webroot/css";
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*([^;]+);");
    private static final Pattern USED = Pattern.compile("var\\(--([a-z0-9-]+)");
    private static final Pattern DEFINED_CLASS = Pattern.compile("\\.(-?[a-z][a-z0-9-]*)");
    private static final Pattern CLASSES = Pattern.compile("class=\"((?:[^\"{]|\\{\\{[^}]*}})*)\"");
    private static final Pattern ICON = Pattern.compile("_icon name=\"([a-z-]+)\"");
    private static final List<String> INKS =
            List.of("ink", "soft", "red", "red-deep", "gold-ink", "ok", "warn", "bad", "info");
    private static final List<String> GROUNDS = List.of("paper", "surface", "raised", "sunken");
    private static final List<List<String>> PAIRS = List.of(
            List.of("soft", "chip"),
            List.of("ink", "red-tint"),
            List.of("red", "red-tint"),
            List.of("gold-ink", "gold-tint"),
            List.of("ok", "ok-tint"),
            List.of("warn", "warn-tint"),
            List.of("bad", "bad-tint"),
            List.of("info", "info-tint"),
            List.of("soft", "red-tint"),
            List.of("on-fill", "fill"),
            List.of("on-fill", "fill-deep"),
            List.of("on-masthead", "masthead"));
    private static final List<String> GRAPHICS =
            List.of("edge", "focus", "chart-1", "chart-2", "chart-3", "chart-4", "chart-5", "chart-6");

    @Test
    void textCanBeReadInBothThemes() {
        var poor = new ArrayList<String>();
        for (var theme : List.of(light(), dark())) {
            INKS.forEach(ink -> GROUNDS.forEach(ground -> check(theme, ink, ground, 4.5, poor)));
            PAIRS.forEach(pair -> check(theme, pair.get(0), pair.get(1), 4.5, poor));
            GRAPHICS.forEach(mark -> GROUNDS.forEach(ground -> check(theme, mark, ground, 3, poor)));
        }
        assertThat(poor).isEmpty();
    }

    @Test
    void theDarkThemeIsTheSameByHandAndBySystem() {
        var blocks = darkBlocks();
        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(0)).isEqualTo(blocks.get(1));
    }

    @Test
    void everyTokenThatIsUsedExists() {
        var known = light().keySet();
        var unknown = new TreeSet<String>();
        for (var file : sheets()) {
            USED.matcher(css(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !known.contains(name))
                    .forEach(name -> unknown.add(file + ": " + name));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void noStyleSheetFetchesFromElsewhereOrGrowsTooLong() {
        for (var file : sheets()) {
            assertThat(css(file)).as(file).doesNotContain("@import", "http:", "https:", "url(");
            assertThat(css(file).lines().count()).as(file).isLessThanOrEqualTo(400);
        }
    }

    @Test
    void theListNamesEveryStyleSheet() {
        assertThat(Resources.text(CSS + "/site.list").lines()).containsExactlyInAnyOrderElementsOf(sheets());
    }

    @Test
    void allStyleSheetsComeInOneAnswerInTheOrderOfTheList() {
        assertThat(new Assets().address("css/site.css")).startsWith("/static/css/site.css?v=");
        assertThat(Resources.text(CSS + "/site.list"))
                .startsWith("tokens.css\nbase.css\n")
                .endsWith("print.css\n");
    }

    @Test
    void templatesUseOnlyClassesThatAStyleSheetKnows() {
        var known = sheets().stream()
                .flatMap(file -> names(DEFINED_CLASS, css(file)))
                .collect(Collectors.toSet());
        var unknown = new TreeSet<String>();
        templates().forEach((file, text) -> CLASSES.matcher(text.replaceAll("\\{\\{(#[^}]*|/[^}]*|else)}}", " "))
                .results()
                .flatMap(StyleTest::classes)
                .filter(name -> !known.contains(name))
                .forEach(name -> unknown.add(file + ": " + name)));
        assertThat(unknown).as("classes are those of docs/style.md").isEmpty();
    }

    @Test
    void everyIconIsInTheSprite() {
        var sprite = Resources.text("webroot/img/icons.svg");
        var missing = new TreeSet<String>();
        templates().forEach((file, text) -> names(ICON, text)
                .filter(name -> !sprite.contains("id=\"" + name + "\""))
                .forEach(name -> missing.add(file + ": " + name)));
        assertThat(missing).isEmpty();
    }

    /** The names in a class attribute; those that a template puts together ({@code is-{{state}}}) are left out. */
    private static Stream<String> classes(MatchResult attribute) {
        var plain =
                attribute.group(1).replaceAll("\\S*\\{\\{[^#/][^}]*}}\\S*", " ").replaceAll("\\{\\{[^}]*}}", " ");
        return Arrays.stream(plain.trim().split("\\s+")).filter(name -> !name.isEmpty());
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static Map<String, String> templates() {
        return Resources.list("templates").stream()
                .collect(Collectors.toMap(file -> file, file -> Resources.text("templates/" + file)));
    }

    private static List<String> sheets() {
        return Resources.list(CSS).stream()
                .filter(file -> file.endsWith(".css"))
                .toList();
    }

    private static String css(String file) {
        return Resources.text(CSS + "/" + file);
    }

    private static Map<String, String> light() {
        return tokens(css("tokens.css").split("/\\* Dark", -1)[0]);
    }

    private static Map<String, String> dark() {
        var all = new LinkedHashMap<>(light());
        all.putAll(darkBlocks().get(0));
        return all;
    }

    private static List<Map<String, String>> darkBlocks() {
        return Arrays.stream(css("tokens.css").split("color-scheme: dark;"))
                .skip(1)
                .map(StyleTest::tokens)
                .toList();
    }

    private static Map<String, String> tokens(String text) {
        var tokens = new LinkedHashMap<String, String>();
        TOKEN.matcher(text).results().forEach(found -> tokens.putIfAbsent(found.group(1), found.group(2)));
        return tokens;
    }

    private static void check(Map<String, String> theme, String front, String ground, double least, List<String> poor) {
        var contrast = contrast(theme.get(front), theme.get(ground));
        if (contrast < least) {
            poor.add("%s on %s of %s: %.2f".formatted(front, ground, theme.get("paper"), contrast));
        }
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** WCAG 2.2, "relative luminance", of #rrggbb. */
    private static double luminance(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
