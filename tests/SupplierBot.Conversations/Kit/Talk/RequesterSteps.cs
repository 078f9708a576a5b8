namespace SupplierBot.Conversations.Kit.Talk;

/// <summary>What requesters do over and over: answer page after page, send, clear the table.</summary>
internal static class RequesterSteps
{
    /// <summary>From nothing to the receipt.</summary>
    /// <returns>The id of the request.</returns>
    public static async Task<string> AsksForAsync(this ChatUser requester, Supplier supplier)
    {
        await requester.AnswersAllAsync(supplier);
        await requester.PressesAsync("Send to Security");
        await requester.ReadsAsync("Sent. Thanks", supplier.Name);
        return requester.RequestId;
    }

    /// <summary>From nothing to the summary.</summary>
    /// <returns>How many pages it took.</returns>
    public static async Task<int> AnswersAllAsync(this ChatUser requester, Supplier supplier)
    {
        await requester.DiscardsDraftAsync();
        await requester.SaysAsync($"new {supplier.Name}", "About the supplier", supplier.Name);
        return await requester.GoesOnAsync(supplier);
    }

    /// <summary>From the page in front to the summary.</summary>
    public static async Task<int> GoesOnAsync(this ChatUser requester, Supplier supplier)
    {
        var pages = await requester.GoesThroughAsync(() => requester.AnswersPageAsync(supplier));
        await requester.ReadsAsync("Check your request");
        return pages;
    }

    /// <summary>The pages one after another, each as it is told.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> GoesThroughAsync(this ChatUser requester, Func<Task> page)
    {
        var pages = 0;
        for (; requester.CurrentView.Has("answer"); pages++)
        {
            Assert.True(pages < 7, $"The questions do not end:\n{requester.CurrentView.Reading}");
            await page();
        }
        return pages;
    }

    /// <summary>The inputs of this page, and on.</summary>
    public static Task AnswersPageAsync(this ChatUser requester, Supplier supplier) => requester.FillsPage(supplier).PressesAsync("answer");

    public static ChatUser FillsPage(this ChatUser requester, Supplier supplier)
    {
        foreach (var input in requester.CurrentView.Inputs)
        {
            if (supplier.Answers.TryGetValue(input.Id, out var answer))
                requester.Fills((input.Id, answer));
        }
        return requester;
    }

    /// <summary>Whatever an earlier test left unfinished is deleted.</summary>
    public static async Task DiscardsDraftAsync(this ChatUser requester)
    {
        await requester.SaysAsync("help", "What you can ask me");
        if (!requester.CurrentView.Has("Continue"))
            return;
        await requester.SaysAsync("cancel", "Saved. Nothing was sent");
        await requester.PressesAsync("discard");
    }
}
