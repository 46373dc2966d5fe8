package io.zhiyong.web;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * All pages. Each is compiled once, by whoever needs it first; a cold machine takes seconds for all of them, which is too long
 * to wait for before the first page. A test compiles every one, so a broken template does not get this far.
 */
public final class Templates {
    private static final String FOLDER = "templates";
    private static final String SUFFIX = ".hbs";

    private final Handlebars handlebars;
    private final Set<String> names;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    public Templates(Messages messages, Assets assets) {
        handlebars = new Handlebars(new ClassPathTemplateLoader("/" + FOLDER, SUFFIX))
                .with(new ConcurrentMapTemplateCache())
                .deletePartialAfterMerge(true);
        new TemplateWords(messages, assets).teach(handlebars);
        handlebars.registerHelperMissing((Object context, Options options) -> "");
        names = Resources.list(FOLDER).stream()
                .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Compiles what has not been needed yet, partials on their own apart; not on an event loop. */
    public void compileAll() {
        names.stream().filter(name -> !name.contains("/_")).forEach(this::template);
    }

    private Template template(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("no such template: " + name);
        }
        return compiled.computeIfAbsent(name, absent -> compile(handlebars, absent));
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
        var template = template(name);
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
