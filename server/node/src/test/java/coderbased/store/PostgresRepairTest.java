package coderbased.store;

import java.io.IOException;

final class PostgresRepairTest extends RepairContract {

    private final String url = RealPostgres.newDatabase();

    @Override
    Database open() throws IOException {
        return Databases.connect(url);
    }

    @Override
    String wordsId() {
        return "message_id";
    }
}
