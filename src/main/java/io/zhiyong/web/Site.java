package io.zhiyong.web;

import io.zhiyong.base.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What every page shows around its own view; {@code site} in templates.
 *
 * @param csrf what a form must carry to be believed; empty when nobody is signed in
 * @param path the address without its query
 * @param notice a message to show once
 */
public record Site(
        Optional<Visitor> visitor,
        Language language,
        String csrf,
        String path,
        List<NavLink> nav,
        Optional<String> notice,
        ZoneId zone) {
    public Site {
        nav = List.copyOf(nav);
    }

    /** One place in the navigation, as this visitor sees it. */
    public record NavLink(String href, String label, boolean current) {
        /** Its icon in {@code img/icons.svg}: named like the resource, the first part of the path. */
        public String icon() {
            return href.equals("/") ? "home" : href.split("/", 3)[1];
        }
    }

    /** For the {@code lang} attribute. */
    public String lang() {
        return language.tag();
    }

    public String name() {
        return visitor.map(Visitor::name).orElse("");
    }

    public boolean chinese() {
        return language == Language.ZH;
    }
}
