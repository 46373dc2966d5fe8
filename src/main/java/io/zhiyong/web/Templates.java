package io.zhiyong.web;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** All pages, compiled at start, so that a broken template stops the start and no request waits for a file. */
public final class Templates {
    private static final String FOLDER = "templates";
    private static final String SUFFIX = ".hbs";

    private final Map<String, Template> compiled;

    private Templates(Map<String, Template> compiled) {
        this.compiled = compiled;
    }

    public static Templates compileAll(Messages messages, Assets assets) {
        var handlebars = new Handlebars(new ClassPathTemplateLoader("/" + FOLDER, SUFFIX))
                .with(new ConcurrentMapTemplateCache())
                .deletePartialAfterMerge(true);
        new TemplateWords(messages, assets).teach(handlebars);
        handlebars.registerHelperMissing((Object context, com.github.jknack.handlebars.Options options) -> "");
        var all = new HashMap<String, Template>();
        for (var file : Resources.list(FOLDER)) {
            var name = file.substring(0, file.length() - SUFFIX.length());
            all.put(name, compile(handlebars, name));
        }
        return new Templates(Map.copyOf(all));
    }

    private static Template compile(Handlebars handlebars, String name) {
        try {
            return handlebars.compile(name);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name, e);
        }
    }

    /** Renders a view, with the site around it. */
    String render(String name, Object view, Site site) {
        var template = compiled.get(name);
        if (template == null) {
            throw new IllegalArgumentException("no such template: " + name);
        }
        var context = Context.newBuilder(view)
                .combine("site", site)
                .resolver(RecordResolver.INSTANCE)
                .build();
        try {
            return template.apply(context);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name, e);
        }
    }
}
