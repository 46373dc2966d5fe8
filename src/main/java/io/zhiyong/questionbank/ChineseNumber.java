package io.zhiyong.questionbank;

/** Whole numbers in Chinese, as articles of laws are counted. */
final class ChineseNumber {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};

    private ChineseNumber() {}

    /** Of 1 to 9999: 10 is 十, 26 is 二十六, 101 is 一百零一, 110 is 一百一十. */
    static String of(int number) {
        if (number < 1 || number > 9999) {
            throw new IllegalArgumentException("1 to 9999, not " + number);
        }
        var digits = String.valueOf(number);
        var text = new StringBuilder();
        var gap = false;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i) - '0';
            if (digit == 0) {
                gap = true;
                continue;
            }
            if (gap) {
                text.append('零');
                gap = false;
            }
            text.append(DIGITS.charAt(digit)).append(UNITS[digits.length() - 1 - i]);
        }
        return number >= 10 && number < 20 ? text.substring(1) : text.toString();
    }
}
