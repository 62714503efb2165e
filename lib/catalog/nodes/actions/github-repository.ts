import { githubApiOf, githubHeaders } from "@/lib/catalog/connections/github";
import { neededRepository } from "@/lib/catalog/nodes/actions/repository";
import type { Context } from "@/lib/catalog/nodes/define-node";
import type { PlannedRequest } from "@/lib/domain/runs/effect";
import { postJson } from "@/lib/domain/runs/post";

type Posting = { repository: string; path: string; body: unknown };

/** A POST to a repository at GitHub. `path` is encoded already. */
export function postToRepository(
  { fill, credentials }: Pick<Context, "fill" | "credentials">,
  { repository, path, body }: Posting,
): PlannedRequest {
  const url = `${githubApiOf(credentials)}/repos/${neededRepository(fill, repository)}/${path}`;
  return postJson(url, body, githubHeaders(credentials["token"]));
}
