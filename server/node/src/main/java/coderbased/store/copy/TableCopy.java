package coderbased.store.copy;

import coderbased.store.Database;
import coderbased.store.MessageRows;
import coderbased.store.Statements;
import coderbased.store.WordIndex;
import coderbased.store.WordIndexes;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The copy of one table, in the order of SQLite's row numbers; the words of messages go with them. For one thread. */
final class TableCopy {

    private static final int BATCH = 500;
    private static final String ROW = "moved_row";

    private final Database from;
    private final Database to;
    private final String name;
    private final List<Column> columns;
    private final String select;
    private final String insert;

    private record Column(String name, Class<?> type) {

        static Column of(ResultSetMetaData meta, int index) throws SQLException {
            return new Column(
                    meta.getColumnName(index),
                    switch (meta.getColumnType(index)) {
                        case Types.BIT, Types.BOOLEAN -> Boolean.class;
                        case Types.BIGINT -> Long.class;
                        default -> String.class;
                    });
        }
    }

    /** The progress of the copy. */
    private record Place(long lastRow, long copied) {}

    TableCopy(Database from, Database to, String name) {
        this.from = from;
        this.to = to;
        this.name = name;
        columns = to.read(this::columns);
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> ":" + column.name()).collect(Collectors.joining(", "));
        select = "SELECT rowid AS " + ROW + ", " + names + " FROM " + name
                + " WHERE rowid > :last ORDER BY rowid LIMIT " + BATCH;
        insert = "INSERT INTO " + name + " (" + names + ") VALUES (" + places + ")";
    }

    /** Copies what is not there yet. */
    void run(CopyProgress progress) {
        long all = from.read(handle -> handle.createQuery("SELECT COUNT(*) FROM " + name)
                .mapTo(Long.class)
                .one());
        Place place = to.read(this::place);
        List<Map<String, Object>> rows = rowsAfter(place);
        while (!rows.isEmpty()) {
            Place next = new Place(number(rows.getLast().get(ROW)), place.copied() + rows.size());
            List<Map<String, Object>> batch = rows;
            to.write(handle -> put(handle, batch, next));
            progress.copied(name, next.copied(), all);
            place = next;
            rows = rowsAfter(place);
        }
    }

    private Place place(Handle handle) {
        return handle.createQuery("SELECT last_row, copied FROM moved_tables WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> new Place(row.getLong(1), row.getLong(2)))
                .findOne()
                .orElse(new Place(Long.MIN_VALUE, 0));
    }

    private List<Map<String, Object>> rowsAfter(Place place) {
        return from.read(handle -> handle.createQuery(select)
                .bind("last", place.lastRow())
                .mapToMap()
                .list());
    }

    private boolean put(Handle handle, List<Map<String, Object>> rows, Place place) {
        PreparedBatch batch = handle.prepareBatch(insert);
        for (Map<String, Object> row : rows) {
            columns.forEach(column -> bind(batch, column, row.get(column.name())));
            batch.add();
        }
        batch.execute();
        if (name.equals("messages")) {
            putWords(handle, rows);
        }
        handle.createUpdate("""
                        INSERT INTO moved_tables (name, last_row, copied) VALUES (:name, :row, :copied)
                            ON CONFLICT (name) DO UPDATE SET last_row = :row, copied = :copied
                        """)
                .bind("name", name)
                .bind("row", place.lastRow())
                .bind("copied", place.copied())
                .execute();
        return true;
    }

    private void bind(PreparedBatch batch, Column column, @Nullable Object value) {
        batch.bindByType(column.name(), value == null ? null : asThere(column, value), column.type());
    }

    private Object asThere(Column column, Object value) {
        return switch (value) {
            case Number number when column.type() == Boolean.class -> number.longValue() != 0;
            case Number number -> number.longValue();
            case String text -> isDraft(column) ? to.dialect().holdable(text) : text;
            default -> throw new IllegalStateException(name + "." + column.name() + " is of no type that is known");
        };
    }

    /** True for the one text column whose content comes back exactly as it was. */
    private boolean isDraft(Column column) {
        return name.equals("members") && column.name().equals("draft");
    }

    private void putWords(Handle handle, List<Map<String, Object>> messages) {
        Statements.on(handle, to.dialect(), statements -> {
            WordIndex words = WordIndexes.of(statements);
            for (Map<String, Object> message : messages) {
                words.put(
                        number(message.get("id")),
                        String.valueOf(message.get("conversation_id")),
                        MessageRows.indexed(String.valueOf(message.get("body"))));
            }
            return messages;
        });
    }

    private List<Column> columns(Handle handle) {
        return Statements.unchecked(() -> {
            try (Statement statement = handle.getConnection().createStatement();
                    ResultSet none = statement.executeQuery("SELECT * FROM " + name + " LIMIT 0")) {
                ResultSetMetaData meta = none.getMetaData();
                List<Column> found = new ArrayList<>();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    found.add(Column.of(meta, i));
                }
                return found;
            }
        });
    }

    private static long number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("a number is missing");
    }
}
