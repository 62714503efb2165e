import {
  Connection,
  ConnectionChange,
  ConnectionDraft,
  ConnectionRemoval,
  ConnectionTest,
  ConnectionTrial,
  NewConnection,
} from "@/lib/domain/connections/connection";
import { PageQuery } from "@/lib/domain/page";
import { type ApiOperation, page } from "@/lib/services/api-operation";

/** What the API does with connections. */
export const connectionOperations: ApiOperation[] = [
  {
    method: "get",
    path: "/connections",
    summary: "List connections, without their secrets",
    query: PageQuery,
    output: page(Connection),
  },
  {
    method: "post",
    path: "/connections",
    summary: "Save a connection; its secrets are in no answer",
    input: NewConnection,
    output: Connection,
    status: 201,
  },
  { method: "get", path: "/connections/{id}", summary: "Read a connection, without its secrets", output: Connection },
  {
    method: "patch",
    path: "/connections/{id}",
    summary: "Rename a connection or change its settings; a secret that is left empty stays",
    input: ConnectionChange,
    output: Connection,
  },
  {
    method: "delete",
    path: "/connections/{id}",
    summary: "Delete a connection; one that published workflows use, only with force",
    query: ConnectionRemoval,
  },
  {
    method: "post",
    path: "/connections/{id}/test",
    summary: "Try a connection, also with settings that are not saved yet",
    input: ConnectionTrial,
    output: ConnectionTest,
  },
  {
    method: "post",
    path: "/connections/test",
    summary: "Try settings before they are saved as a connection",
    input: ConnectionDraft,
    output: ConnectionTest,
  },
];
