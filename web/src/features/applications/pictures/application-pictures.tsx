import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "@/api/gen/types.gen.ts";
import { deleteEventFile } from "@/api/gen/workshop-sdk.gen.ts";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { Loading } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./pictures.module.css";
import { Pictures } from "./pictures.tsx";
import { applicationPicturesQuery } from "./queries.ts";

const NewPicture = lazy(async () => ({ default: (await import("./new-picture.tsx")).NewPicture }));

interface Asked {
	id: string;
	said: string;
}

function RemoveDialog({
	asked,
	onRemoved,
	onClose,
}: {
	asked: Asked;
	onRemoved: () => Promise<unknown>;
	onClose: () => void;
}) {
	const { t } = useTranslation(["applications", "common"]);
	const action = useAction();
	const remove = () =>
		action.run(async () => {
			await deleteEventFile({ path: { id: asked.id }, throwOnError: true });
			await onRemoved();
			say(t("pictures.removed"));
			onClose();
		});
	return (
		<ConfirmDialog
			title={t("pictures.removeAsk", { name: asked.said })}
			action={action}
			confirm={t("common:action.remove")}
			onConfirm={() => void remove()}
			onClose={onClose}
		>
			<p>{t("pictures.removeDetail")}</p>
		</ConfirmDialog>
	);
}

/** Pictures of an application: its association adds and takes away while it may change it, others look. */
export function ApplicationPictures({ application }: { application: Application }) {
	const { t } = useTranslation("applications");
	const queryClient = useQueryClient();
	const { id, editable } = application;
	const products = application.products ?? [];
	const query = applicationPicturesQuery(id);
	const list = useQuery({ ...query, staleTime: 0 });
	/** Once it was opened, what was chosen stays in it. */
	const [adding, setAdding] = useState(false);
	const [removing, setRemoving] = useState<Asked>();
	const readAgain = () => queryClient.invalidateQueries({ queryKey: query.queryKey });
	if (!editable) return <Pictures list={list} products={products} />;
	return (
		<Pictures
			list={list}
			products={products}
			onRemove={(picture, said) => setRemoving({ id: picture.id, said })}
		>
			<details className={css.add} onToggle={() => setAdding(true)}>
				<summary>{t("pictures.add")}</summary>
				<Suspense fallback={<Loading lines={4} />}>
					{adding && <NewPicture id={id} products={products} onAdded={readAgain} />}
				</Suspense>
			</details>
			{removing && (
				<RemoveDialog
					asked={removing}
					onRemoved={readAgain}
					onClose={() => setRemoving(undefined)}
				/>
			)}
		</Pictures>
	);
}
