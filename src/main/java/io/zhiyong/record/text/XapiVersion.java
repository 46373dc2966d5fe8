package io.zhiyong.record.text;

/** The two versions of the Experience API that are spoken here. */
public enum XapiVersion {
    /** ADL's last, 1.0.3. */
    V1("1.0.3"),
    /** IEEE 9274.1.1-2023, called 2.0.0. */
    V2("2.0.0");

    private final String number;

    XapiVersion(String number) {
        this.number = number;
    }

    /** What the version header and the {@code version} member say. */
    public String number() {
        return number;
    }
}
