package coderbased.store;

import java.io.IOException;

final class PostgresFailingStatementsTest extends FailingStatementsContract {

    private static final int ANSWER_SECONDS = 10;

    @Override
    Database open(FaultyJdbc through) throws IOException {
        return PostgresDatabase.connectTo(
                new PostgresServer(RealPostgres.newDatabase(), ANSWER_SECONDS, through::through));
    }
}
