package io.zhiyong.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void tablesAndHeadingsAreKept() {
        assertThat(Markdown.render("## 题\n\n| a | b |\n|---|---|\n| 1 | 2 |").markup())
                .contains("<h2>题</h2>")
                .contains("<td>1</td>");
    }

    @Test
    void nothingThatActsPasses() {
        for (var attack : new String[] {
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "![x](javascript:alert(1))",
            "![x](//evil.example/x.png)",
            "<a href=\"data:text/html,x\">x</a>",
            "<iframe src=/></iframe>"
        }) {
            assertThat(Markdown.render(attack).markup())
                    .as(attack)
                    .doesNotContainPattern(
                            "<script|<img[^>]*onerror|href=\"javascript|src=\"javascript|src=\"//|<iframe|href=\"data");
        }
    }

    @Test
    void picturesOfThisSiteAreKept() {
        assertThat(Markdown.render("![图](/media/abc)").markup()).contains("src=\"/media/abc\"");
    }
}
