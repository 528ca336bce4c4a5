/**
 * The words of the interface. Made by scripts/make_words.py of the words in scripts/duidu/publish/words/.
 *
 * @typedef {typeof TRADITIONAL} Words
 */

const TRADITIONAL = {
  "colon": "：",
  "close": "關閉",
  "mark": "標記",
  "marks": "我的標記",
  "marksWhere": "標記和筆記只存在這個瀏覽器裡，不會傳送到任何地方。清除瀏覽資料時會一併刪除，請先匯出備份。",
  "marksNone": "還沒有標記。在文章中選取文字，再按「標記」，就會列在這裡。",
  "markColour": "顏色",
  "markColours": {
    "yellow": "黃色",
    "green": "綠色",
    "blue": "藍色",
    "pink": "粉紅色"
  },
  "markNote": "筆記",
  "markEdit": "編輯",
  "markDone": "完成",
  "markDelete": "刪除",
  "markDeleteSure": "要刪除這則標記和筆記嗎？",
  "marksDeleteAll": "全部刪除",
  "marksDeleteSure": "要刪除本文的全部標記（{count} 則）嗎？",
  "marksLost": "找不到原文的標記",
  "marksLostText": "文章可能已經修訂，目前的版本中找不到下列文字。",
  "marksExport": "匯出：",
  "marksExportFailed": "無法匯出：書目檔載入失敗。",
  "marksImport": "匯入 JSON",
  "marksImported": "已匯入 {count} 則標記。",
  "marksRefused": {
    "unreadable": "無法匯入：這不是本站匯出的標記檔，或檔案已損毀。",
    "other": "無法匯入：這是另一篇文章的標記。",
    "many": "無法匯入：標記超過 {limit} 則。",
    "large": "無法匯入：檔案超過 {limit} MB。"
  },
  "marksUnkept": "無法儲存：瀏覽器的儲存空間已滿，或不允許本站儲存資料。關閉網頁後，這次的更動就會消失，請先匯出。"
};

/** @type {Words} */
const SIMPLIFIED = {
  "colon": "：",
  "close": "关闭",
  "mark": "标记",
  "marks": "我的标记",
  "marksWhere": "标记和笔记只保存在本浏览器中，不会上传。清除浏览数据时会一并删除，请先导出备份。",
  "marksNone": "还没有标记。在文章中选中文字，再点击“标记”，就会列在这里。",
  "markColour": "颜色",
  "markColours": {
    "yellow": "黄色",
    "green": "绿色",
    "blue": "蓝色",
    "pink": "粉色"
  },
  "markNote": "笔记",
  "markEdit": "编辑",
  "markDone": "完成",
  "markDelete": "删除",
  "markDeleteSure": "确定删除这条标记和笔记吗？",
  "marksDeleteAll": "全部删除",
  "marksDeleteSure": "确定删除本文的全部标记（{count} 条）吗？",
  "marksLost": "找不到原文的标记",
  "marksLostText": "文章可能已经修订，当前版本中找不到下列文字。",
  "marksExport": "导出：",
  "marksExportFailed": "无法导出：书目文件加载失败。",
  "marksImport": "导入 JSON",
  "marksImported": "已导入 {count} 条标记。",
  "marksRefused": {
    "unreadable": "无法导入：这不是本站导出的标记文件，或文件已损坏。",
    "other": "无法导入：这是另一篇文章的标记。",
    "many": "无法导入：标记超过 {limit} 条。",
    "large": "无法导入：文件超过 {limit} MB。"
  },
  "marksUnkept": "无法保存：浏览器的存储空间已满，或不允许本站保存数据。关闭网页后，这次的改动就会丢失，请先导出。"
};

/** @type {Words} */
const ENGLISH = {
  "colon": ": ",
  "close": "Close",
  "mark": "Highlight",
  "marks": "My highlights",
  "marksWhere": "Highlights and notes are kept in this browser only, and are sent nowhere. They go when you clear its data, so export them first.",
  "marksNone": "No highlights yet. Select some words of the article, then press “Highlight”.",
  "markColour": "Colour",
  "markColours": {
    "yellow": "Yellow",
    "green": "Green",
    "blue": "Blue",
    "pink": "Pink"
  },
  "markNote": "Note",
  "markEdit": "Edit",
  "markDone": "Done",
  "markDelete": "Delete",
  "markDeleteSure": "Delete this highlight and its note?",
  "marksDeleteAll": "Delete all",
  "marksDeleteSure": "Delete all highlights in this article ({count})?",
  "marksLost": "Highlights whose words are not found",
  "marksLostText": "The article may have been revised: these words are not in its present version.",
  "marksExport": "Export: ",
  "marksExportFailed": "Could not export: the reference could not be loaded.",
  "marksImport": "Import JSON",
  "marksImported": "Highlights imported: {count}",
  "marksRefused": {
    "unreadable": "Not imported: this is no file of highlights from this site, or it is damaged.",
    "other": "Not imported: these are the highlights of another article.",
    "many": "Not imported: there are more than {limit} highlights.",
    "large": "Not imported: the file is larger than {limit} MB."
  },
  "marksUnkept": "Could not be saved: the browser has no room left, or does not let this site keep data. The change is lost when you close the page, so export first."
};

/** @type {Record<string, Words>} */
export const WORDS = { "zh-Hant": TRADITIONAL, "zh-Hans": SIMPLIFIED, en: ENGLISH };

/** Those of the page's language. */
export const words = WORDS[document.documentElement.lang] ?? TRADITIONAL;
