package io.zhiyong.course;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.zhiyong.base.Ids;

/** Names a course through all its editions. */
public record CourseId(@JsonValue String value) {
    @JsonCreator
    public CourseId {
        Ids.check("course", value);
    }

    public static CourseId fresh() {
        return new CourseId(Ids.fresh());
    }

    @Override
    public String toString() {
        return value;
    }
}
