package io.zhiyong.org;

import io.zhiyong.testkit.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** Workbooks as somebody might send them. */
final class Sheets {
    static final String[] PEOPLE = {"账号", "姓名", "单位", "职级", "岗位", "中共党员", "入职日期", "试用期"};
    static final String[] UNITS = {"单位名称", "英文名称", "上级单位"};

    private final Map<String, List<Object[]>> tables = new LinkedHashMap<>();

    Sheets people(Object[]... rows) {
        return table("人员", PEOPLE, rows);
    }

    Sheets units(Object[]... rows) {
        return table("单位", UNITS, rows);
    }

    Sheets table(String name, Object[] titles, Object[]... rows) {
        var all = new java.util.ArrayList<Object[]>();
        all.add(titles);
        all.addAll(List.of(rows));
        tables.put(name, all);
        return this;
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            tables.forEach((name, rows) -> {
                var sheet = book.newWorksheet(name);
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).length; column++) {
                        var cell = rows.get(row)[column];
                        if (cell instanceof Number number) {
                            sheet.value(row, column, number);
                        } else if (cell instanceof java.time.LocalDate day) {
                            sheet.value(row, column, day);
                            sheet.style(row, column).format("yyyy-MM-dd").set();
                        } else if (cell != null) {
                            sheet.value(row, column, cell.toString());
                        }
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Site.Answer send(OrgFixture fixture, String token, byte[] file) {
        var head = String.join(
                "\r\n",
                "--cut",
                "Content-Disposition: form-data; name=\"file\"; filename=\"people.xlsx\"",
                "Content-Type: application/octet-stream",
                "",
                "");
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return fixture.site.send(
                token,
                fixture.site
                        .request("/people/import")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .header("Accept", "application/json")
                        .header("Content-Type", "multipart/form-data; boundary=cut"));
    }
}
