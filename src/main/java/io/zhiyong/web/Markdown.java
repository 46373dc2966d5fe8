package io.zhiyong.web;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** What authors write (CommonMark and tables), as markup that cannot do harm. */
public final class Markdown {
    private static final List<org.commonmark.Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();
    private static final PolicyFactory POLICY = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.LINKS)
            .and(Sanitizers.TABLES)
            .and(new HtmlPolicyBuilder()
                    .allowElements("pre", "hr", "img")
                    .allowAttributes("src")
                    .matching((element, attribute, value) ->
                            value.startsWith("/") && !value.startsWith("//") ? value : null)
                    .onElements("img")
                    .allowAttributes("alt")
                    .onElements("img")
                    .toFactory());

    private Markdown() {}

    public static SafeHtml render(String text) {
        return new SafeHtml(POLICY.sanitize(RENDERER.render(PARSER.parse(text))));
    }
}
