package io.zhiyong.org;

/** Where a form may send its sender afterwards: to a page of this site and nowhere else. */
final class LocalPath {
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** The path itself when it is one of ours, else the home page. Two slashes, or a backslash, would name another host. */
    static String of(String typed) {
        var local = typed != null
                && typed.length() <= LONGEST
                && typed.startsWith("/")
                && !typed.startsWith("//")
                && typed.indexOf('\\') < 0
                && typed.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return local ? typed : "/";
    }
}
