import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { PageHead, Stack } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { AssociationFile } from "./association-file.tsx";
import { associationQuery } from "./queries.ts";
import { StatusBadge } from "./status-badge.tsx";
import { VerificationCard } from "./verification-card.tsx";

/** The public page of an association: only what is public of it reaches this page. */
export function AssociationPage() {
	const { t } = useTranslation(["associations", "common"]);
	const { id } = useParams({ from: "/associations/$id" });
	const { text } = useFormat();
	const found = useQuery(associationQuery(id));
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
				{association.registration_number && (
					<VerificationCard number={association.registration_number} />
				)}
				<AssociationFile association={association} />
			</Stack>
		</>
	);
}
