import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Association, Me } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { AssociationFile } from "./association-file.tsx";
import { MergedInto } from "./merged-into.tsx";
import { associationQuery } from "./queries.ts";
import { StatusBadge } from "./status-badge.tsx";
import { VerificationCard } from "./verification-card.tsx";

// Behind sign-in, and so not fetched with the public page.
const History = lazy(() => import("./history.tsx").then((part) => ({ default: part.History })));
const PastFile = lazy(() => import("./past-file.tsx").then((part) => ({ default: part.PastFile })));

/** Whose file this is, by the body acted for: the server decides, this only asks no vain question. */
function readsHistory(user: Me | null, file: Association): boolean {
	const acting = user?.acting;
	if (!acting || !can(user, "list_transitions")) return false;
	if (acting.association_id) return acting.association_id === file.id;
	return acting.wilayas.length === 0 || acting.wilayas.includes(file.wilaya_code);
}

/** The public page of an association: only what is public of it reaches this page. */
export function AssociationPage() {
	const { t } = useTranslation(["associations", "common"]);
	const { id } = useParams({ from: "/associations/$id" });
	const { text } = useFormat();
	const { as_of: day } = useSearch({ from: "/associations/$id" });
	const user = useUser();
	const found = useQuery(associationQuery(id));
	if (day && user) {
		return (
			<Suspense fallback={<Loading lines={6} />}>
				<PastFile id={id} day={day} />
			</Suspense>
		);
	}
	if (found.isPending) return <Loading lines={6} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const association = found.data.data;
	return (
		<>
			<PageHead
				title={text(association.name)}
				beside={<StatusBadge status={association.status} />}
				above={
					<Link to="/associations">
						<ChevronBack size={16} />
						{t("common:nav.directory")}
					</Link>
				}
			/>
			<Stack>
				{association.merged_into && (
					<MergedInto id={association.merged_into} to="/associations/$id" />
				)}
				{association.registration_number && (
					<VerificationCard number={association.registration_number} />
				)}
				<AssociationFile association={association} />
				{readsHistory(user, association) && (
					<Suspense fallback={<Loading />}>
						<History id={id} />
					</Suspense>
				)}
			</Stack>
		</>
	);
}
