import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { saveBlob } from "@/api/download.ts";
import type { EventFile, Product } from "@/api/gen/types.gen.ts";
import { Picture } from "@/documents/picture.tsx";
import { contentQuery } from "@/documents/picture-query.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { FileName } from "@/ui/file-name.tsx";
import { Download, Trash } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "./pictures.module.css";

interface Props {
	list: UseQueryResult<readonly EventFile[]>;
	products: readonly Product[];
	/** Asked before one is taken away; nothing for those who only read. */
	onRemove?: (picture: EventFile, said: string) => void;
	/** The way to add one. */
	children?: ReactNode;
}

/** Pictures of what an application brings. They are named by number and product: a name of a file may tell whose it is. */
export function Pictures({ list, products, onRemove, children }: Props) {
	const { t } = useTranslation(["applications", "common"]);
	const { text, number } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const productOf = ({ product_id: product }: EventFile) => {
		const one = product && products.find(({ id }) => id === product);
		return one ? text(one.name) : t("pictures.general");
	};
	const save = (picture: EventFile, index: number) =>
		action.run(async () => {
			const ending = picture.media_type === "image/png" ? "png" : "jpg";
			saveBlob(
				await queryClient.fetchQuery(contentQuery(picture.id)),
				`picture-${index + 1}.${ending}`,
			);
		});
	return (
		<Card title={t("pictures.title")}>
			<Awaited list={list} none={<p className="quiet">{t("pictures.none")}</p>} lines={2} />
			{action.failed && <ProblemPanel error={action.error} />}
			{list.data && list.data.length > 0 && (
				<ul className={css.pictures} aria-label={t("pictures.title")}>
					{list.data.map((one, index) => {
						const said = t("pictures.one", { number: number(index + 1), product: productOf(one) });
						return (
							<li key={one.id}>
								<Picture id={one.id} alt={said} />
								<p>
									<bdi>{productOf(one)}</bdi>
								</p>
								{onRemove && (
									<p className="quiet">
										<FileName>{one.file_name}</FileName>
									</p>
								)}
								<div className={css.actions}>
									<Button
										small
										aria-label={t("pictures.downloadOf", { name: said })}
										onPress={() => void save(one, index)}
									>
										<Download size={16} />
										{t("common:action.download")}
									</Button>
									{onRemove && (
										<Button
											small
											variant="quiet"
											aria-label={t("pictures.removeOf", { name: said })}
											onPress={() => onRemove(one, said)}
										>
											<Trash size={16} />
										</Button>
									)}
								</div>
							</li>
						);
					})}
				</ul>
			)}
			{children}
		</Card>
	);
}
