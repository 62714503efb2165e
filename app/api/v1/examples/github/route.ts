import { route } from "@/app/api/define-route";
import { makeGithubExample } from "@/lib/services/make-github-example";

export const POST = route({ status: 201 }, ({ actor }) => makeGithubExample(actor));
