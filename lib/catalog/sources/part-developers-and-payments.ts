import { bitbucket } from "@/lib/catalog/sources/bitbucket";
import { bitbucketServer } from "@/lib/catalog/sources/bitbucket-server";
import { circleci } from "@/lib/catalog/sources/circleci";
import { gitea } from "@/lib/catalog/sources/gitea";
import { gitlab } from "@/lib/catalog/sources/gitlab";
import { jira } from "@/lib/catalog/sources/jira";

/** Code hosts and the tools around them; shops and the ways to pay in them. */
export const developersAndPayments = [gitlab, bitbucket, bitbucketServer, jira, gitea, circleci] as const;
