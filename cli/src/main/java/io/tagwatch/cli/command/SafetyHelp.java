package io.tagwatch.cli.command;

import java.util.List;

/** What keeps alarms from being written or deleted by mistake. */
final class SafetyHelp {
  static final List<String> LINES =
      """
      What keeps alarms from being deleted or overwritten by mistake

        Ours only      An alarm is ours if its name is tagwatch/<deployment>/… and its description's last line
                       says so. Any other alarm is reported as foreign, never overwritten, never deleted.
        Complete only  If EC2's servers or CloudWatch's alarms cannot be read to the last page, nothing is
                       written at all. If series cannot be listed, the alarms that need them stay as they are.
        Evidence       Alarms of a server that EC2 lists, or lists as terminated, or of which an event said
                       that it was terminated, are deleted when nobody asks for them any more.
        Held           Alarms of servers that are simply absent are held once they are more than safety.from
                       (20) and more than safety.max_delete_share (0.5) of ours, or when EC2 lists no server
                       at all. A person releases them: invoke alarms-lambda with
                       {"action":"reconcile","allowDeletes":true}; tagwatch plan --allow-deletes shows what
                       would then go.
        Quiet agents   An alarm whose series went silent stays until CloudWatch forgets the series (two weeks).
        Order          Creations come before changes, and changes before deletions.

      tagwatch plan, explain and backtest only read.
      """
          .lines()
          .toList();

  private SafetyHelp() {}
}
