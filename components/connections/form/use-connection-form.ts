"use client";

import { type FormEvent, useState } from "react";
import { type ApiProblem, type ApiResult, callApi } from "@/components/api/call-api";
import type { ConnectionKind } from "@/lib/catalog/connections/define-connection";
import type { Connection, ConnectionTest } from "@/lib/domain/connections/connection";

const PATH = "/api/v1/connections";

/** How the last try went; `refused` when it could not even be made. */
export type Trial = { kind: "trying" } | { kind: "tried"; test: ConnectionTest } | { kind: "refused"; message: string };

type Options = {
  kind: ConnectionKind;
  /** The one that is changed; undefined for a new one. */
  connection: Connection | undefined;
  onSaved: (connection: Connection) => void;
};

export type ConnectionForm = {
  name: string;
  setName: (name: string) => void;
  valueOf: (key: string) => string;
  /** Null takes what is saved away. */
  setValue: (key: string, value: string | null) => void;
  isTakenAway: (key: string) => boolean;
  /** What is wrong with the name, or with a setting as `settings.token`. */
  problemOf: (path: string) => string | undefined;
  complaint: string | undefined;
  isSaving: boolean;
  isChanged: boolean;
  trial: Trial | undefined;
  save: (event: FormEvent) => Promise<void>;
  tryIt: () => Promise<void>;
};

/** The state of a form over a connection: what is typed, whether it works, and what is wrong with it. */
export function useConnectionForm({ kind, connection, onSaved }: Options): ConnectionForm {
  const [name, setName] = useState(connection?.name ?? kind.name);
  const [typed, setTyped] = useState<Record<string, string | null>>({});
  const [problems, setProblems] = useState<readonly ApiProblem[]>([]);
  const [complaint, setComplaint] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const [trial, setTrial] = useState<Trial>();
  const stored = connection?.settings ?? defaultsOf(kind);
  const settings = connection ? typed : { ...stored, ...typed };

  function complain({ error, problems: found }: Extract<ApiResult<unknown>, { ok: false }>) {
    setProblems(found);
    const isTold = found.some(
      ({ path }) => path === "name" || kind.fields.some(({ key }) => path === `settings.${key}`),
    );
    setComplaint(isTold ? undefined : error);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsSaving(true);
    const answer = connection
      ? await callApi<Connection>("PATCH", `${PATH}/${connection.id}`, { name, settings })
      : await callApi<Connection>("POST", PATH, { kind: kind.id, name, settings });
    setIsSaving(false);
    if (answer.ok) onSaved(answer.value);
    else complain(answer);
  }

  async function tryIt() {
    setTrial({ kind: "trying" });
    setProblems([]);
    const isUnchanged = Object.keys(typed).length === 0;
    const answer = connection
      ? await callApi<ConnectionTest>("POST", `${PATH}/${connection.id}/test`, isUnchanged ? {} : { settings })
      : await callApi<ConnectionTest>("POST", `${PATH}/test`, { kind: kind.id, settings });
    if (answer.ok) return setTrial({ kind: "tried", test: answer.value });
    setProblems(answer.problems);
    const message = answer.problems.length > 0 ? "Fill in what is marked first." : answer.error;
    setTrial({ kind: "refused", message });
  }

  return {
    name,
    setName,
    valueOf: (key) => typed[key] ?? stored[key] ?? "",
    isTakenAway: (key) => typed[key] === null,
    setValue: (key, value) => {
      setTyped((before) => ({ ...before, [key]: value }));
      setProblems((before) => before.filter(({ path }) => path !== `settings.${key}`));
      // What was tried is not what stands there any more.
      setTrial(undefined);
    },
    problemOf: (path) => problems.find((problem) => problem.path === path)?.message,
    complaint,
    isSaving,
    isChanged: name !== connection?.name || Object.keys(typed).length > 0,
    trial,
    save,
    tryIt,
  };
}

function defaultsOf({ fields }: ConnectionKind): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ key, default: usual }) => (typeof usual === "string" ? [[key, usual]] : [])),
  );
}
