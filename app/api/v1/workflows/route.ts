import { route } from "@/app/api/define-route";
import { PageQuery } from "@/lib/domain/page";
import { NewWorkflow } from "@/lib/domain/workflow/workflow";
import { createWorkflow } from "@/lib/services/create-workflow";
import { listWorkflows } from "@/lib/services/list-workflows";

export const GET = route({ query: PageQuery }, ({ actor, query }) => listWorkflows(actor, query));

export const POST = route({ input: NewWorkflow, status: 201 }, ({ actor, input }) => createWorkflow(actor, input));
