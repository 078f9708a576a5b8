namespace SupplierBot.Conversations;

/// <summary>What requesters do over and over: answer page after page, send, clear the table.</summary>
internal static class Asking
{
    /// <summary>From nothing to the receipt.</summary>
    /// <returns>The id of the request.</returns>
    public static async Task<string> AsksForAsync(this Chatter requester, Supplier supplier)
    {
        await requester.AnswersAllAsync(supplier);
        await requester.PressesAsync("Send to security");
        await requester.ReadsAsync("Sent. Thank you", supplier.Name);
        return requester.RequestId;
    }

    /// <summary>From nothing to the summary.</summary>
    /// <returns>How many pages it took.</returns>
    public static async Task<int> AnswersAllAsync(this Chatter requester, Supplier supplier)
    {
        await requester.ClearsTheTableAsync();
        await requester.SaysAsync($"new {supplier.Name}", "About the supplier", supplier.Name);
        return await requester.GoesOnAsync(supplier);
    }

    /// <summary>From the page in front to the summary.</summary>
    public static async Task<int> GoesOnAsync(this Chatter requester, Supplier supplier)
    {
        var pages = await requester.GoesThroughAsync(() => requester.AnswersPageAsync(supplier));
        await requester.ReadsAsync("Please check");
        return pages;
    }

    /// <summary>The pages one after another, each as it is told.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> GoesThroughAsync(this Chatter requester, Func<Task> page)
    {
        var pages = 0;
        for (; requester.InFront.Has("answer"); pages++)
        {
            Assert.True(pages < 7, $"The questions do not end:\n{requester.InFront.Reading}");
            await page();
        }
        return pages;
    }

    /// <summary>The inputs of this page, and on.</summary>
    public static Task AnswersPageAsync(this Chatter requester, Supplier supplier) => requester.FillsPage(supplier).PressesAsync("answer");

    public static Chatter FillsPage(this Chatter requester, Supplier supplier)
    {
        foreach (var input in requester.InFront.Inputs)
        {
            if (supplier.Answers.TryGetValue(input.Id, out var answer)) requester.Fills((input.Id, answer));
        }
        return requester;
    }

    /// <summary>Whatever an earlier test left unfinished is deleted.</summary>
    public static async Task ClearsTheTableAsync(this Chatter requester)
    {
        await requester.SaysAsync("help", "You can say:");
        if (!requester.InFront.Has("Continue")) return;
        await requester.SaysAsync("cancel", "Stopped for now");
        await requester.PressesAsync("discard");
    }
}
