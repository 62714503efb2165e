/** The sentence to show for whatever kept the database from starting; the cause goes along. */
export function startFailure(cause: unknown, home: string): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(message)) {
    return new Error(`The disk that holds ${home} is full. Free some room, then start again.`, { cause });
  }
  if (/EROFS|read-only file system/i.test(message)) {
    return new Error(`${home} is on a disk that cannot be written. Set DOORBELL_DATA_DIR to a folder that can.`, {
      cause,
    });
  }
  if (/^(EACCES|EPERM)\b/.test(message)) {
    return new Error(
      `This user may not use ${home}. Start Doorbell as the user who owns it, or set DOORBELL_DATA_DIR to a folder of yours.`,
      { cause },
    );
  }
  return cause instanceof Error ? cause : new Error(message, { cause });
}
