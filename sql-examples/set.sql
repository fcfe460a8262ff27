-- SET: settings of the warehouse go to it as they are.

SET threads = 2;

SELECT current_setting('threads') AS threads;

RESET threads;
