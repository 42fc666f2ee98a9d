import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { proposeChanges, updateAssociation } from "@/api/gen/sdk.gen.ts";
import type { Association } from "@/api/gen/types.gen.ts";
import { isProblem } from "@/api/problem.ts";
import type { Tagged } from "@/api/tagged.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { FailedPage, Loading } from "@/ui/states.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { mergePatch } from "./differences.ts";
import { FileForm } from "./form/file-form.tsx";
import { dropDraft, readDraft } from "./form/kept-draft.ts";
import { type FileValues, fromAssociation, toBody } from "./form/values.ts";
import { inFile } from "./problem-in-file.ts";
import { associationKey, associationQuery } from "./queries.ts";

const isRegistered = (status: string) => status === "verified" || status === "suspended";

function Editor({ file }: { file: Tagged<Association> }) {
	const { t } = useTranslation(["associations", "common"]);
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const { id } = file.data;
	// Whoever began it: the session may end meanwhile, and what is typed is sent once they are back.
	const [user] = useState(useUser());
	const [kept, setKept] = useState(() => readDraft(id));
	const [etag, setEtag] = useState(kept?.etag ?? file.etag);
	// A draft of another day was begun from a version it kept.
	const [base, setBase] = useState(() => (kept ? kept.base : fromAssociation(file.data)));
	const [conflict, setConflict] = useState<FileValues>();
	const [round, setRound] = useState(0);
	const [note, setNote] = useState("");
	const remarks = Object.fromEntries(
		(file.data.remarks ?? []).map((remark) => [remark.pointer, remark.text]),
	);
	const done = async () => {
		dropDraft(id);
		await queryClient.invalidateQueries({ queryKey: associationKey(id) });
		say(t(proposing ? "edit.proposed" : "edit.saved"));
		await (user?.acting?.role === "association"
			? navigate({ to: "/desk" })
			: navigate({ to: "/review/$id", params: { id } }));
	};
	const proposing = user?.acting?.role === "association" && isRegistered(file.data.status);
	const propose = async (values: FileValues) => {
		const before = toBody(fromAssociation(file.data));
		try {
			await proposeChanges({
				path: { id },
				body: { changes: mergePatch(before, toBody(values)), note: note.trim() || null },
				throwOnError: true,
			});
		} catch (failure) {
			throw isProblem(failure) ? inFile(failure, "/changes").problem : failure;
		}
		await done();
	};
	const save = async (values: FileValues) => {
		try {
			await updateAssociation({
				path: { id },
				headers: ifMatch(etag),
				body: toBody(values),
				throwOnError: true,
			});
		} catch (failure) {
			if (!isProblem(failure) || failure.status !== 412) throw failure;
			setConflict(values);
			throw failure;
		}
		await done();
	};
	const restart = () => {
		dropDraft(id);
		setKept(null);
		setBase(fromAssociation(file.data));
		setEtag(file.etag);
		setRound(round + 1);
	};
	return (
		<>
			{kept && (
				<Notice tone="info" title={t("edit.resumed")}>
					<div>
						<Button small onPress={restart}>
							{t("edit.restart")}
						</Button>
					</div>
				</Notice>
			)}
			<FileForm
				key={round}
				draftId={id}
				etag={etag}
				base={base}
				initial={kept?.values ?? fromAssociation(file.data)}
				remarks={remarks}
				submitLabel={t(proposing ? "edit.propose" : "common:action.save")}
				onSubmit={proposing ? propose : save}
				last={
					proposing && (
						<TextField
							label={t("edit.note")}
							hint={t("edit.noteHint")}
							note={t("common:state.optional")}
							dir="auto"
							multiline
							value={note}
							onChange={setNote}
						/>
					)
				}
			/>
			{conflict && (
				<ConflictDialog
					id={id}
					base={base}
					mine={conflict}
					onSave={async (body, latest) => {
						await updateAssociation({
							path: { id },
							headers: ifMatch(latest),
							body,
							throwOnError: true,
						});
						setConflict(undefined);
						await done();
					}}
					onTakeTheirs={() => {
						setConflict(undefined);
						restart();
						void queryClient.invalidateQueries({ queryKey: associationKey(id) });
					}}
					onClose={() => setConflict(undefined)}
				/>
			)}
		</>
	);
}

export function EditPage() {
	const { t } = useTranslation(["associations", "common"]);
	const { text } = useFormat();
	const user = useUser();
	const { id } = useParams({ from: "/desk/$id/edit" });
	const file = useQuery({ ...associationQuery(id), staleTime: 0 });
	if (file.isPending) return <Loading lines={6} />;
	if (file.isError) return <FailedPage error={file.error} onRetry={() => void file.refetch()} />;
	return (
		<Narrow>
			<PageHead
				title={t("edit.title")}
				lead={<bdi>{text(file.data.data.name)}</bdi>}
				above={
					user?.acting?.role === "association" ? (
						<Link to="/desk">
							<ChevronBack size={16} />
							{t("common:nav.myFile")}
						</Link>
					) : (
						<Link to="/review/$id" params={{ id }}>
							<ChevronBack size={16} />
							{t("edit.back")}
						</Link>
					)
				}
			/>
			<Editor key={file.data.etag} file={file.data} />
		</Narrow>
	);
}
