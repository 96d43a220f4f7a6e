/** Who is this client, what is missing, where do they stand, and what can be done about it. */

import { Link, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { isPassing, Problem } from "../../../api/problem.ts";
import { useRead } from "../../../api/read.ts";
import { onSent } from "../../../outbox/outbox.ts";
import { Card, useWide } from "../../../parts/card.tsx";
import { Icon } from "../../../parts/icons.tsx";
import { HistoryEntries, HistorySwitch } from "../../../parts/record/history.tsx";
import { Empty, Failure, Skeleton } from "../../../parts/states.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { withNetwork } from "../../../parts/with-network.ts";
import { may, useMe } from "../../../shell/me.ts";
import { KeptNote } from "../kept-note.tsx";
import { Certificates } from "./certificates.tsx";
import { Consents } from "./consents.tsx";
import { Contacts } from "./contacts.tsx";
import { Data } from "./data.tsx";
import { clientChanged, type Detail, identityHash, type Open } from "./detail.ts";
import { Head } from "./head.tsx";
import { Now } from "./now.tsx";
import { Opportunities } from "./opportunities.tsx";
import { Readiness } from "./readiness.tsx";
import { CertificatesAlone } from "./trainer.tsx";
import { Unsent } from "./unsent.tsx";
import { pageWords } from "./words.ts";

const OpenSheet = lazy(async () => ({ default: (await withNetwork(() => import("./sheets.tsx"))).OpenSheet }));

export function ClientPage() {
  const words = pageWords.use();
  const { id } = useParams({ from: "/klien/$id" });
  const me = useMe();
  return (
    <>
      <Link className="button plain back unprinted" to="/klien">
        <Icon name="back" />
        {words.back}
      </Link>
      {me === undefined ? (
        <Skeleton lines={6} />
      ) : may(me, "readClient") ? (
        <Whole key={id} id={id} />
      ) : (
        <CertificatesAlone key={id} id={id} />
      )}
    </>
  );
}

function Whole({ id }: { readonly id: string }) {
  const words = pageWords.use();
  const read = useRead("readClient", { params: { id } });
  useEffect(() => onSent(clientChanged), []);
  const { data: detail, error } = read;
  useTitle(detail?.client.fullName ?? words.back);
  if (detail !== undefined)
    return (
      <>
        {(isPassing(error) || !navigator.onLine) && <KeptNote at={read.dataUpdatedAt} />}
        <Parts detail={detail} />
      </>
    );
  if (error instanceof Problem && error.status === 404) return <Empty title={words.notHere} />;
  return error ? <Failure error={error} again={() => void read.refetch()} /> : <Skeleton lines={6} />;
}

function Parts({ detail }: { readonly detail: Detail }) {
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [open, setOpen] = useState<Open | undefined>(hash === identityHash ? { kind: "change", topic: "person" } : undefined);
  const parts = { detail, open: setOpen };
  const { id } = detail.client;
  const isWide = useWide();
  const close = (): void => {
    setOpen(undefined);
    if (hash !== "") void navigate({ to: "/klien/$id", params: { id }, replace: true });
  };
  return (
    <div class="stack">
      <Head {...parts} />
      <Unsent about={id} />
      {isWide ? (
        <div class="columns">
          <div class="stack">
            <Readiness {...parts} />
            <Consents {...parts} />
            <Certificates {...parts} />
            <Data {...parts} />
          </div>
          <div class="stack">
            <Now detail={detail} />
            <Opportunities detail={detail} />
            <Contacts {...parts} />
            <ClientHistory id={id} />
          </div>
        </div>
      ) : (
        <>
          <Readiness {...parts} />
          <Now detail={detail} />
          <Opportunities detail={detail} />
          <Consents {...parts} />
          <Certificates {...parts} />
          <Data {...parts} />
          <Contacts {...parts} />
          <ClientHistory id={id} />
        </>
      )}
      {open && (
        <Suspense fallback={null}>
          <OpenSheet open={open} detail={detail} close={close} />
        </Suspense>
      )}
    </div>
  );
}

function ClientHistory({ id }: { readonly id: string }) {
  const words = pageWords.use();
  return (
    <Card title={words.history} folds late unprinted beside={<HistorySwitch />}>
      <HistoryEntries route="readClientHistory" id={id} />
    </Card>
  );
}
